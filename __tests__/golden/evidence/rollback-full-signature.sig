{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "3fb03883affb8047cd53a79a6371a7f635b65ca8266a179b174587f898d5fe2c",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
