{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "f68e2c8826d2c74ccf748f34924732da11d3ab73be3c76295e4be4e17fbccd6b",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
