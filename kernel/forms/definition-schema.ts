import { fieldTypes, fieldWidths } from './form-definition.ts'

const text = (maxLength: number) => ({
  type: 'object',
  additionalProperties: false,
  required: ['zh-CN'],
  properties: Object.fromEntries(
    ['zh-CN', 'zh-Hant', 'en'].map((language) => [language, { type: 'string', minLength: 1, maxLength }]),
  ),
})
const whole = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum })
const number = { type: 'number', minimum: -1e12, maximum: 1e12 }
const day = { type: 'string', format: 'day' }
const dayOrToday = { anyOf: [{ const: 'today' }, day] }

/** What staff may write into a definition; everything else is refused. */
export const definitionSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['key', 'version', 'effective', 'title', 'fields'],
  properties: {
    key: { type: 'string', pattern: '^[a-z][a-zA-Z0-9-]{0,58}$' },
    version: whole(1, 100_000),
    effective: {
      type: 'object',
      additionalProperties: false,
      required: ['from', 'to'],
      properties: { from: day, to: { anyOf: [{ type: 'null' }, day] } },
    },
    title: text(100),
    fields: {
      type: 'array',
      minItems: 1,
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['key', 'label', 'type', 'required', 'binding', 'width', 'sensitive'],
        properties: {
          // One plain word, because conditions name it as a fact; `on` and `age` mean something there already.
          key: {
            type: 'string',
            pattern: '^(?!(?:on|age|and|or|not|if|in|some|every|true|false|null)$)[a-z][a-zA-Z0-9]{0,39}$',
          },
          label: text(100),
          help: text(500),
          type: { enum: [...fieldTypes] },
          required: { type: 'boolean' },
          binding: {
            anyOf: [
              { type: 'null' },
              {
                type: 'object',
                additionalProperties: false,
                required: ['element'],
                properties: { element: { type: 'string', minLength: 1, maxLength: 80 } },
              },
            ],
          },
          width: { enum: [...fieldWidths] },
          visibleWhen: { type: 'string', minLength: 1, maxLength: 500 },
          sensitive: { type: 'boolean' },
          minLength: whole(0, 4000),
          maxLength: whole(1, 4000),
          lines: whole(1, 20),
          min: number,
          max: number,
          decimals: whole(0, 6),
          earliest: dayOrToday,
          latest: dayOrToday,
          choices: {
            type: 'array',
            minItems: 1,
            maxItems: 100,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['value', 'label'],
              properties: { value: { type: 'string', minLength: 1, maxLength: 60 }, label: text(100) },
            },
          },
          many: { type: 'boolean' },
          maxFiles: whole(1, 20),
        },
      },
    },
  },
}
