{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "e17a8d0a605c1eab0c5a1bc6162c81c42780ba1f18bb8d5af9a1b07f7cb0205a",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
