{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "311c7dd999ce22ddd6ce952e783df9434207df1204328e66a41b3eb6f6067a78",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
