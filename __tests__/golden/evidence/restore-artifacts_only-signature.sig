{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "60332aa314a8b2ea5e1f1eb221334a27cf8996701b5a7d7af0b720aaad52d36f",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
