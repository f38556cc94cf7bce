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

/** A document camera under which a page lies. */
export function drawnPaper(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 1920;
  canvas.height = 1080;
  const context = canvas.getContext('2d');
  const draw = () => {
    if (!context) return;
    context.fillStyle = '#4a4038';
    context.fillRect(0, 0, 1920, 1080);
    context.fillStyle = '#fbfaf5';
    context.fillRect(560, 60, 800, 960);
    context.fillStyle = '#16202e';
    for (let line = 0; line < 18; line += 1) context.fillRect(640, 160 + line * 44, line % 5 === 4 ? 380 : 640, 14);
    requestAnimationFrame(draw);
  };
  draw();
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (!track) throw new Error('A canvas has no picture');
  return track;
}
