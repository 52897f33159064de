import { Input, InputNumber, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'
import { boundsOf, decimalsOf, maxLengthOf } from '../field-schema.ts'
import type { Field } from '../form-definition.ts'
import { formText } from '../form-error.ts'

/** The control alone; Form.Item gives it id, value and change. Values are the answers as stored: a date stays a string. */
export function antdControl(field: Field, language: Language): ReactElement {
  switch (field.type) {
    case 'boolean':
      return (
        <Radio.Group
          options={[
            { value: true, label: formText('forms.yes', language) },
            { value: false, label: formText('forms.no', language) },
          ]}
        />
      )
    case 'choice': {
      const options = (field.choices ?? []).map(({ value, label }) => ({ value, label: textIn(label, language) }))
      if (!field.many && options.length <= 4) return <Radio.Group options={options} />
      return (
        <Select
          options={options}
          mode={field.many ? 'multiple' : undefined}
          allowClear={!field.required}
          placeholder={formText('forms.choose', language)}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )
    }
    case 'number':
    case 'amount': {
      const [min, max] = boundsOf(field)
      const suffix = field.type === 'amount' ? formText('forms.unitYuan', language) : undefined
      return (
        <InputNumber
          min={min}
          max={max}
          precision={decimalsOf(field)}
          controls={false}
          suffix={suffix}
          style={{ width: '100%' }}
        />
      )
    }
    case 'date':
      // The browser's own: typed in eight digits, and its value is the string that is stored.
      return <Input type="date" />
    case 'phone':
      return <Input type="tel" maxLength={20} autoComplete="off" />
    case 'idNumber':
      return <Input maxLength={24} autoComplete="off" spellCheck={false} />
    default:
      if ((field.lines ?? 1) > 1) return <Input.TextArea rows={field.lines} maxLength={maxLengthOf(field)} showCount />
      return <Input maxLength={maxLengthOf(field)} autoComplete="off" />
  }
}
