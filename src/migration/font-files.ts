import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fontFile = (specifier: string): Uint8Array =>
  readFileSync(fileURLToPath(import.meta.resolve(specifier)));

const sans = (name: string) => fontFile(`@expo-google-fonts/source-sans-3/${name}/SourceSans3_${name}.ttf`);
const dejaVu = (name: string) => fontFile(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** The fonts that everything is printed with, and one for letters that ours have not. */
export function fontFiles(fallback?: Uint8Array) {
  const other = fallback ? [fallback] : [];
  const [regular, bold] = [dejaVu('DejaVuSans'), dejaVu('DejaVuSans-Bold')];
  return {
    regular: [sans('400Regular'), regular, ...other],
    bold: [sans('600SemiBold'), bold, ...other],
    fixed: [dejaVu('DejaVuSansMono'), regular, ...other],
  };
}
