{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "e58fd64de424ed75cd2e8be3f67c806b6a064428a25b19cbf6ab2122683bdb5c",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
