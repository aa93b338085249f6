{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "ccad3cb59d2814605f15d6e45bde7865887651494697725849b7fa0e25d5d6c7",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
