import type { Branch, Node } from './tree.ts';

/**
 * What was found: one column that holds numbers and words alike is a quantity, whose words stay words; where numbers
 * have a column of their own, it goes first.
 */
export function settleValue(fields: Branch): void {
  const value = fields.fields.get('value');
  if (!value || !('fields' in value)) return;
  const text = value.fields.get('string');
  const quantity = value.fields.get('quantity');
  if (!text || !('value' in text)) return;
  const amount = quantity && 'fields' in quantity ? quantity.fields.get('value') : undefined;
  if (amount && 'value' in amount && quantity) {
    const numbers: Node = {
      fields: new Map<string, Node>([
        ['when', { value: `{ ${amount.value}: present }` }],
        ['quantity', quantity],
      ]),
    };
    const words: Node = { fields: new Map<string, Node>([['string', text]]) };
    fields.fields.set('value', {
      fields: new Map<string, Node>([
        [
          'firstOf',
          {
            items: new Map([
              ['numbers', numbers],
              ['words', words],
            ]),
          },
        ],
      ]),
    });
    return;
  }
  const unit = quantity && 'fields' in quantity ? [...quantity.fields] : [];
  fields.fields.set('value', {
    fields: new Map<string, Node>([
      ['quantity', { fields: new Map<string, Node>([['value', text], ...unit]) }],
    ]),
  });
}
