import { crc32, deflateSync } from 'node:zlib';

/** A PDF of some pages (PDF 32000-1), written by hand: a line of text on each. */
export function pdf(pages: number, { encrypted = false, fill = 0 } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${4 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: pages }, (_, at) => {
      const text = `BT /F1 24 Tf 72 700 Td (Scanned page ${at + 1}) Tj ET`;
      const stream = text + ' '.repeat(fill);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }).flat(),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  const locked = encrypted
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) >> /ID [<00> <00>]`
    : '';
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${locked} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** A TIFF of some pages (TIFF 6.0): each 32 × 16 points of grey, not compressed. */
export function tiff(pages: number, shade = 128): Buffer {
  const [width, height] = [32, 16];
  const entries = [
    [256, 3, width],
    [257, 3, height],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [273, 4, 0],
    [277, 3, 1],
    [278, 3, height],
    [279, 4, width * height],
  ] as const;
  const page = 2 + entries.length * 12 + 4 + width * height;
  const bytes = Buffer.alloc(8 + pages * page);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let number = 0; number < pages; number++) {
    let at = 8 + number * page;
    const picture = at + page - width * height;
    bytes.writeUInt16LE(entries.length, at);
    at += 2;
    for (const [tag, type, value] of entries) {
      bytes.writeUInt16LE(tag, at);
      bytes.writeUInt16LE(type, at + 2);
      bytes.writeUInt32LE(1, at + 4);
      bytes.writeUInt32LE(tag === 273 ? picture : value, at + 8);
      at += 12;
    }
    bytes.writeUInt32LE(number + 1 < pages ? 8 + (number + 1) * page : 0, at);
    bytes.fill((shade + number * 40) % 256, picture, picture + width * height);
  }
  return bytes;
}

/** A PNG of one grey. */
export function png(shade = 200, size = 16): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head[8] = 8;
  const rows = Buffer.concat(
    Array.from({ length: size }, () => Buffer.from([0, ...Array(size).fill(shade)])),
  );
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The tables of a JPEG (ITU T.81) of 8 × 8 points: all amounts of DC and AC have codes of one length. */
export function jpeg(): Buffer {
  const segment = (marker: number, ...body: number[]) => [0xff, marker, 0, body.length + 2, ...body];
  const lengths = (...counts: number[]) => [...counts, ...Array(16 - counts.length).fill(0)];
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, 0, ...Array(64).fill(1)),
    ...segment(0xc0, 8, 0, 8, 0, 8, 1, 1, 0x11, 0),
    ...segment(0xc4, 0x00, ...lengths(1), 0),
    ...segment(0xc4, 0x10, ...lengths(1), 0),
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
    // No difference, end of block; the rest is filled with ones.
    0x3f,
    ...[0xff, 0xd9],
  ]);
}
