{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "75307ff079ba33343c68c52f8adc9fbef0d7b657bcd6b4e97d84ab684e2d2c4d",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
