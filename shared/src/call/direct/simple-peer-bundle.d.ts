/** The package's own browser bundle: its source needs Node's streams. */
declare module 'simple-peer/simplepeer.min.js' {
  import SimplePeer from 'simple-peer';

  export default SimplePeer;
}
