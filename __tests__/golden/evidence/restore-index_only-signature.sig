{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "903b43f601035a293a75563f88af25217a77478c8e14cd11a670a7debcf75a34",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
