import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { boundKeys, setSingleKeysOff, singleKeysOff, useKeys } from '#ui/keys.ts'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../texts.ts'

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(texts)
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t.keys} destroyOnHidden>
      <KeyList />
    </Modal>
  )
}

function KeyList() {
  const t = useTexts(texts)
  // Read before this dialog's own scope silences what lies beneath.
  const [bindings] = useState(boundKeys)
  const [off, setOff] = useState(singleKeysOff)
  useKeys([], true)
  const seen = new Set<string>()
  return (
    <>
      <p className="muted">{t.keysHint}</p>
      <dl className="key-list">
        {bindings
          .filter((one) => !seen.has(one.keys) && seen.add(one.keys))
          .map((one) => (
            <div key={one.keys} style={{ display: 'contents' }}>
              <dt>
                {one.keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{one.label}</dd>
            </div>
          ))}
      </dl>
      <Checkbox
        checked={off}
        onChange={(event) => {
          setSingleKeysOff(event.target.checked)
          setOff(event.target.checked)
        }}
      >
        {t.singleKeysOff}
      </Checkbox>
    </>
  )
}
