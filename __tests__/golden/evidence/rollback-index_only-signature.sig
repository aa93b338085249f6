{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "399846610123f6b987bbbb8b18b0d5d1a9914686eeb4c0a2f7750eee55274241",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
