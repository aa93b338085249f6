{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "25194abd0acff13d3ad974d7bf62f7647af720c1136ad54c9eb71ae3fdc67676",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
