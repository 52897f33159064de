import type { ThemeConfig } from 'antd'
import { colour, font, radius, space, target, type } from './tokens.ts'

/** The tokens in Ant Design's words. Screens never name a colour themselves. */
export const staffTheme: ThemeConfig = {
  token: {
    colorPrimary: colour.primary,
    colorInfo: colour.primary,
    colorLink: colour.link,
    colorSuccess: colour.success,
    colorWarning: colour.warning,
    colorError: colour.danger,
    colorTextBase: colour.ink,
    colorTextSecondary: colour.inkMuted,
    colorTextTertiary: colour.inkMuted,
    colorTextDescription: colour.inkMuted,
    colorTextPlaceholder: colour.inkMuted,
    colorTextDisabled: colour.inkMuted,
    colorBgBase: colour.surface,
    colorBgLayout: colour.paper,
    colorBorder: colour.lineStrong,
    colorBorderSecondary: colour.line,
    fontFamily: font.sans,
    fontFamilyCode: font.mono,
    fontSize: type.staff.body,
    lineHeight: type.staff.lineHeight,
    borderRadius: radius.m,
    borderRadiusLG: radius.l,
    borderRadiusSM: radius.s,
    controlHeight: target.staff,
    padding: space.l,
    controlOutlineWidth: 3,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: font.weight.strong },
    Drawer: { paddingLG: space.l },
  },
}
