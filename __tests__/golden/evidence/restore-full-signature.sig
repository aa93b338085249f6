{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "494a5819e896a54a28cc71f6280aebaced4625aea885e6744c6d55f65276ac0c",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
