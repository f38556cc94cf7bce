import { aPicture } from './call-builders.ts';

// jsdom lays nothing out and decodes nothing: nothing ever changes its size there, no frame comes, and there is no camera.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
HTMLElement.prototype.scrollIntoView ??= () => {};
HTMLVideoElement.prototype.requestVideoFrameCallback ??= () => 0;
HTMLVideoElement.prototype.cancelVideoFrameCallback ??= () => {};
HTMLCanvasElement.prototype.getContext = () => null;
HTMLCanvasElement.prototype.toDataURL = () => 'data:,';
HTMLMediaElement.prototype.play = async () => {};
if (!navigator.mediaDevices) {
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: async () => aPicture() } });
}
