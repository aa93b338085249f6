{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "938c8ce184b9d1bfdfd6d89bcc572dfebda3828e8b0c884ad6cd4d05990f48c9",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
