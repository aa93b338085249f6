{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "f99e2b58995b95d113b1c9c79f4c13450559e277e4102e2ca501518733e3a52b",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
