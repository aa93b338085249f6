{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "8ae9643281dda4f3b56fd3c3e54c525570fbf897ecbc7c62907c643106221a5e",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
