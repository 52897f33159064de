import { Button } from 'antd'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { texts } from '../../texts.ts'

/** 一次告知: everything that is still lacking, said once and on paper. */
export function OneNotice({ lacking }: { lacking: string[] }) {
  const t = useTexts(texts)
  if (lacking.length === 0) return null
  return (
    <Card title={t.oneNotice} extra={<Button onClick={() => window.print()}>{t.printNotice}</Button>}>
      <p className="muted">{t.oneNoticeHint}</p>
      <ol className="notice">
        {lacking.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Card>
  )
}
