import decodeQR from 'qr/decode.js';

const readEveryMs = 200;

/**
 * Shows a camera's picture and reads the QR codes in it, on this machine and without keeping a frame.
 * @returns what turns the camera off
 */
export function readQrCodes(
  video: HTMLVideoElement,
  camera: MediaStreamTrack,
  onText: (text: string) => void,
): () => void {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  video.srcObject = new MediaStream([camera]);
  const read = () => {
    const { videoWidth: width, videoHeight: height } = video;
    if (!context || width === 0) return;
    context.canvas.width = width;
    context.canvas.height = height;
    context.drawImage(video, 0, 0);
    const text = decoded(context.getImageData(0, 0, width, height));
    if (text !== null) onText(text);
  };
  const timer = setInterval(read, readEveryMs);
  return () => {
    clearInterval(timer);
    camera.stop();
    video.srcObject = null;
  };
}

function decoded(picture: ImageData): string | null {
  try {
    return decodeQR(picture);
  } catch {
    // Most frames show none.
    return null;
  }
}
