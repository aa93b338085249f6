{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "3a2f81736a7bd10a56137439de51fff572b6d91d3552a852aa4b2bd62cb7e7cf",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
