const zh = (text: string, en?: string) => (en ? { 'zh-CN': text, en } : { 'zh-CN': text })
const plain = { required: true, binding: null, width: 'medium', sensitive: false }

/** A form with a field of every type, for tests of forms and their renderers. */
export const sampleForm = {
  key: 'sample',
  version: 1,
  effective: { from: '2026-01-01', to: null },
  title: zh('样表', 'Sample'),
  fields: [
    {
      ...plain,
      key: 'name',
      label: zh('姓名', 'Name'),
      type: 'text',
      maxLength: 20,
      binding: { element: 'person.name' },
    },
    {
      ...plain,
      key: 'idNumber',
      label: zh('证件号码'),
      type: 'idNumber',
      sensitive: true,
      binding: { element: 'person.idNumber' },
    },
    {
      ...plain,
      key: 'birthDate',
      label: zh('出生日期'),
      type: 'date',
      latest: 'today',
      binding: { element: 'person.birthOn' },
    },
    { ...plain, key: 'phone', label: zh('手机号码'), type: 'phone', required: false },
    { ...plain, key: 'address', label: zh('住址'), type: 'address', width: 'full', help: zh('写到室号') },
    {
      ...plain,
      key: 'bank',
      label: zh('发放银行'),
      type: 'choice',
      choices: [
        { value: 'icbc', label: zh('工商银行') },
        { value: 'bosc', label: zh('上海银行', 'Bank of Shanghai') },
      ],
    },
    { ...plain, key: 'hasAgent', label: zh('是否委托他人办理'), type: 'boolean' },
    { ...plain, key: 'agentName', label: zh('受托人姓名'), type: 'text', visibleWhen: 'hasAgent' },
    {
      ...plain,
      key: 'persons',
      label: zh('家庭人数'),
      type: 'number',
      required: false,
      min: 1,
      max: 20,
      width: 'short',
    },
    { ...plain, key: 'income', label: zh('月收入'), type: 'amount', required: false, visibleWhen: 'persons > 1' },
    { ...plain, key: 'proof', label: zh('证明材料'), type: 'file', required: false, maxFiles: 2 },
  ],
}
