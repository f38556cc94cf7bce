import encodeQR from 'qr';

/** A camera before which somebody holds a QR code. */
export function heldCode(text: string): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const context = canvas.getContext('2d');
  const modules = encodeQR(text, 'raw', { border: 4 });
  const side = 300 / modules.length;
  const draw = () => {
    if (!context) return;
    context.fillStyle = '#c8d2dc';
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#ffffff';
    context.fillRect(170, 90, 300, 300);
    context.fillStyle = '#16202e';
    modules.forEach((row, y) => {
      row.forEach((isDark, x) => {
        if (isDark) context.fillRect(170 + x * side, 90 + y * side, Math.ceil(side), Math.ceil(side));
      });
    });
    requestAnimationFrame(draw);
  };
  draw();
  const [track] = canvas.captureStream(15).getVideoTracks();
  if (!track) throw new Error('A canvas has no picture');
  return track;
}
