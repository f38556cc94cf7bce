import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { appointmentCodeKeys, codeFromQr, isWhole, typedCode } from './appointment-code.ts';

describe('a code that is typed', () => {
  it('stands in threes as soon as there are more', () => {
    expect(['k', 'k7m', 'k7m2', 'K7M-2QX-9DA', 'k7m 2qx 9da'].map(typedCode)).toEqual([
      'K',
      'K7M',
      'K7M-2',
      'K7M-2QX-9DA',
      'K7M-2QX-9DA',
    ]);
  });

  it('has none of the letters that are mistaken for others, and no more than nine', () => {
    expect(typedCode('O0I1-K7M2QX9DAZZZ')).toBe('K7M-2QX-9DA');
  });

  it('is whole with nine', () => {
    expect(isWhole('K7M-2QX-9D')).toBe(false);
    expect(isWhole('K7M-2QX-9DA')).toBe(true);
  });

  it('can be typed wholly with the keys on the screen', () => {
    const keys = appointmentCodeKeys.join('');
    expect([...keys].every((key) => typedCode(key) === key)).toBe(true);
    expect(new Set(keys).size).toBe(32);
  });
});

describe('a QR code that is shown', () => {
  it('holds the code, or an address that ends with it', () => {
    expect(codeFromQr('K7M2QX9DA')).toBe('K7M2QX9DA');
    expect(codeFromQr('k7m-2qx-9da')).toBe('K7M2QX9DA');
    expect(codeFromQr('https://pieraksts.example.lv/booking/#/K7M2QX9DA')).toBe('K7M2QX9DA');
  });

  it('may be anything else, which is no code', () => {
    expect(['', 'https://example.lv/', 'https://example.lv/#/K7M2QX9DA/more', 'WIFI:S:net;;'].map(codeFromQr)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is read as it was drawn', () => {
    const scale = 4;
    const modules = encodeQR('K7M2QX9DA', 'raw', { border: 3 });
    const side = modules.length * scale;
    const data = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)])
          data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
      }
    }
    expect(decodeQR({ width: side, height: side, data })).toBe('K7M2QX9DA');
  });
});
