/** A specialist's picture for scenes without a media node: drawn again and again, so that frames really come. */
export function drawnPerson(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const context = canvas.getContext('2d');
  const draw = () => {
    if (!context) return;
    context.fillStyle = '#c8d2dc';
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#5d4a3c';
    context.beginPath();
    context.arc(320, 190, 96, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = '#e8c9ae';
    context.beginPath();
    context.ellipse(320, 205, 76, 92, 0, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = '#2f4a63';
    context.beginPath();
    context.ellipse(320, 480, 210, 175, 0, Math.PI, 2 * Math.PI);
    context.fill();
    requestAnimationFrame(draw);
  };
  draw();
  return canvas.captureStream(15);
}
