const names: Record<string, string> = {
  birth: '生育',
  childhood: '育儿',
  schooling: '上学',
  work: '就业创业',
  unemployment: '失业',
  marriage: '结婚',
  housing: '住房',
  moving: '落户与居住证',
  illness: '看病就医',
  disability: '残疾人',
  hardship: '生活困难',
  veteran: '退役军人',
  retirement: '退休',
  growingOld: '养老',
  death: '身后事',
}

/** A life event that staff have named themselves is shown as they wrote it. */
export function lifeEventName(key: string): string {
  return names[key] ?? key
}
