{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "fe02501bbac00ea253b46ef7158bdb5d1abf4f2fe8ade959ba309513dc0ecf22",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
