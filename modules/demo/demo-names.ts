import type { Sex } from '#kernel/registry/door.ts'
import type { Random } from './random.ts'

const SURNAMES: readonly (readonly [string, number])[] = [
  ...[...'王李张刘陈杨黄赵吴周'].map((surname) => [surname, 30] as const),
  ...[
    ...'徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱严赖覃洪武莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦柳甘祝包尚舒成纪梅童凌毕单裴霍涂苗曲盛翁骆詹',
  ].map((surname) => [surname, 4] as const),
  ...[...'仇查解区乐朴盖亓妘'].map((surname) => [surname, 0.6] as const),
  ...['欧阳', '上官', '司马', '诸葛', '尉迟', '令狐', '万俟', '夏侯'].map((surname) => [surname, 0.8] as const),
]

/** Given-name characters by the time of birth: names of a street's old people are not those of its children. */
const GIVEN: Record<Sex, Record<'old' | 'middle' | 'young', string>> = {
  male: {
    old: '国建明德福根宝生荣林祥发兴龙贵荣昌庭',
    middle: '建国军伟强勇斌峰俊华明辉志刚平磊超杰鹏',
    young: '子浩宇轩博文睿泽梓航一辰昊然嘉铭奕承',
  },
  female: {
    old: '秀英桂兰珍凤芳玉宝妹根娣菊素琴惠巧云',
    middle: '丽敏静霞红燕芳萍莉娟玲雯慧洁琳颖佳倩',
    young: '梓涵诗雨欣怡子萱语桐可馨思依若晨悦安',
  },
}
const RARE = [...'䶮㛃㵘𠅤𨱔𬭩𫍯𬤇瑸嫄']
const RARE_SHARE = 1 / 600

/** A common surname and given characters put together by chance: nobody's name on purpose. */
export function demoName(surname: string, sex: Sex, birthYear: number, random: Random): string {
  const time = birthYear < 1965 ? 'old' : birthYear < 1998 ? 'middle' : 'young'
  const characters = [...GIVEN[sex][time]]
  const length = random.chance(0.78) ? 2 : 1
  let given = ''
  while ([...given].length < length) given += random.pick(characters)
  if (random.chance(RARE_SHARE)) given = random.pick(RARE) + given.slice(1)
  return surname + given
}

export function demoSurname(random: Random): string {
  return random.weighted(SURNAMES)
}
