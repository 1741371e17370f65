import { describe, expect, it } from 'vitest';
import { jsonSchema } from './index.ts';

describe('the schema of mappings', () => {
  it('is the one that editors read', async () => {
    const text = `${JSON.stringify(jsonSchema(), null, 1)}\n`;
    // A change of the language is a change for those who write mappings: read it, then `npx vitest -u`.
    await expect(text).toMatchFileSnapshot('../../mappings/mapping.schema.json');
  });

  it('is closed, so that an editor shows a word that is not known', () => {
    expect(jsonSchema()).toMatchObject({ additionalProperties: false, required: ['mapping', 'id'] });
  });
});
