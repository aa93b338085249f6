{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "bdc62db6810ea506fcd08ea9f5eb4f43af50c8431587a36613194a6aa764060e",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
