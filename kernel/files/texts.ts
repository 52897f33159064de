import type { Texts } from '#platform/contract.ts'

export const texts: Texts = {
  'zh-CN': {
    'files.too-large': '文件太大，单个文件不能超过 {megabytes} MB。可以拍照时选较低清晰度，或分成几个文件。',
    'files.empty': '没有收到文件，请重新选择。',
    'files.type-not-accepted': '只收 PDF、PNG 和 JPEG 文件。Word 文件请另存为 PDF，苹果手机的 HEIC 照片请改存为 JPEG。',
    'files.upload-gone': '上传的文件已失效，请重新上传。',
    'files.bytes-missing': '文件暂时取不到，请稍后再试或联系系统管理员。',
  },
  en: {
    'files.too-large': 'The file is too large: at most {megabytes} MB each.',
    'files.empty': 'No file arrived. Choose it again.',
    'files.type-not-accepted': 'Only PDF, PNG and JPEG files are accepted.',
    'files.upload-gone': 'The uploaded file is gone. Upload it again.',
    'files.bytes-missing': 'The file cannot be read at the moment.',
  },
}
