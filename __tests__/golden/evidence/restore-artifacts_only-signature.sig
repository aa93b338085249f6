{
  "algorithm": "RSA-PSS-SHA256",
  "key_id": "(of the key)",
  "hash": "5693934f7c470a1289363ca6078d405f5cfa3a43c3bf3a18bdd2f51a70e2be84",
  "signature": "(of the key)",
  "timestamp": "2026-11-23T12:00:00.000Z"
}
