{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "17cb47196c8039d045a092e6876e97db6d6da2d3669ad1438b76f60368ab2e02",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
