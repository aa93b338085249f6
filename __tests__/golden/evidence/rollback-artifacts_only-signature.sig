{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "96e6261930b837a58cd73f5b830a8c0b2380e8209d8bb482a3c1439f96d77ca4",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
