{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "69b89aa37775a272e28e1506026f50b5f034c17b72e03ab0b3ad94a001565203",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
