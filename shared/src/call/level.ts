/** Decibels relative to full scale that show as an empty and as a full meter. */
const quietDb = -60;
const loudDb = -10;

/** @param samples −1 to 1 @returns 0 for silence to 1 for loud speech, even to the ear */
export function levelOf(samples: Float32Array): number {
  const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  if (square === 0) return 0;
  const db = 10 * Math.log10(square);
  return Math.min(1, Math.max(0, (db - quietDb) / (loudDb - quietDb)));
}

/** Calls `onLevel` some fifteen times a second with a microphone's level, 0–1. @returns a function that ends it */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(levelOf(samples));
  }, 66);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
