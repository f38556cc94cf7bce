// Read as it is, as text: plain JavaScript without types.
const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bridge', {
  echo: ipcRenderer.invoke.bind(null, 'echo'),
  fail: ipcRenderer.invoke.bind(null, 'fail'),
  unknown: ipcRenderer.invoke.bind(null, 'unknown'),
  note: ipcRenderer.send.bind(null, 'note'),
  power: Math.pow,
});
