{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "467de073f4ec43e2e12817adac63cdd3061f5716f6e011dff586771f177aea90",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
