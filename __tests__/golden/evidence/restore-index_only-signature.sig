{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "cd032f7310ce0b6fce2cd2a9f344f09275bee4c4dc15ab2620099df512c5c818",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
