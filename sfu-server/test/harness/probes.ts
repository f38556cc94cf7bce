// Its own script, before the harness: the libraries keep what they find when they are loaded.

/** Every connection of the page, so that what really leaves it can be counted whatever the session says. */
export const connections: RTCPeerConnection[] = [];
const Real = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Real {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connections.push(this);
  }
};

/** Every WebSocket of the page, so that its wires can be cut. */
export const sockets: WebSocket[] = [];
const RealSocket = window.WebSocket;
window.WebSocket = class extends RealSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    sockets.push(this);
  }
};
