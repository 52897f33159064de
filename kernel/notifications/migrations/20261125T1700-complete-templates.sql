-- A correction has no day by which it is due: the limit rests until it is here.
insert into notifications.template (key, language, channel, version, title, body) values
  ('applications.correctionRequested', 'zh-CN', 'inApp', 2, '请补正材料', '“{item}”（{number}）需要补正材料，清单请在办件详情中查看。补正期间不计入办理时限。'),
  ('applications.correctionRequested', 'zh-CN', 'message', 2, '请补正材料', '【{office}】“{item}”（{number}）需要补正材料，清单请登录查看或到窗口询问，补正期间不计入办理时限。'),
  ('applications.correctionRequested', 'zh-Hant', 'inApp', 2, '請補正材料', '「{item}」（{number}）需要補正材料，清單請在辦件詳情中查看。補正期間不計入辦理時限。'),
  ('applications.correctionRequested', 'en', 'inApp', 2, 'Please complete your papers', '“{item}” ({number}) needs papers from you; its page lists them. The time limit rests until they are here.');

insert into notifications.template (key, language, channel, title, body) values
  ('applications.submitted', 'zh-CN', 'inApp', '已提交', '您申请的“{item}”已提交，办件号 {number}，窗口将在 5 个工作日内受理或一次告知需补正的内容。'),
  ('applications.submitted', 'zh-Hant', 'inApp', '已提交', '您申請的「{item}」已提交，辦件號 {number}，窗口將在 5 個工作日內受理或一次告知需補正的內容。'),
  ('applications.submitted', 'en', 'inApp', 'Submitted', 'Your application for “{item}” was submitted under number {number}. Within five working days it is accepted, or you are told once what is missing.'),
  ('applications.correctionReceived', 'zh-CN', 'inApp', '补正已收到', '“{item}”（{number}）的补正材料已收到，继续办理。'),
  ('applications.correctionReceived', 'zh-Hant', 'inApp', '補正已收到', '「{item}」（{number}）的補正材料已收到，繼續辦理。'),
  ('applications.correctionReceived', 'en', 'inApp', 'Papers received', 'What was missing for “{item}” ({number}) is here; the work goes on.'),
  ('applications.declined', 'zh-Hant', 'inApp', '不予受理', '您申請的「{item}」未予受理，辦件號 {number}。理由和救濟途徑請在辦件詳情中查看。'),
  ('applications.stepDone', 'zh-Hant', 'inApp', '辦理有進展', '「{item}」（{number}）已完成「{step}」。'),
  ('applications.extended', 'zh-Hant', 'inApp', '辦理時限延長', '「{item}」（{number}）經負責人批准延長，新的時限為 {due}，理由請在辦件詳情中查看。'),
  ('applications.extended', 'en', 'inApp', 'Time limit extended', 'The limit of “{item}” ({number}) was extended to {due}. The reason is on its page.'),
  ('applications.withdrawn', 'zh-Hant', 'inApp', '已撤回', '「{item}」（{number}）已按您的意願撤回，可以再次申請。'),
  ('applications.withdrawn', 'en', 'inApp', 'Withdrawn', '“{item}” ({number}) was withdrawn as you wished; you can apply again.'),
  ('cases.stepOpened', 'zh-Hant', 'inApp', '有新的待辦', '{number}：「{step}」等您辦理，時限 {due}。'),
  ('cases.stepOpened', 'en', 'inApp', 'A new step', '{number}: “{step}” waits for you, due {due}.'),
  ('cases.yellow', 'zh-Hant', 'inApp', '黃牌提醒', '{number}「{item}」將於 {due} 到期，請抓緊辦理。'),
  ('cases.yellow', 'en', 'inApp', 'Due soon', '{number} “{item}” is due on {due}.'),
  ('cases.red', 'zh-Hant', 'inApp', '紅牌提醒', '{number}「{item}」已於 {due} 到期仍未辦結，請立即辦理並說明原因。'),
  ('cases.red', 'en', 'inApp', 'Overdue', '{number} “{item}” was due on {due} and is still open.'),
  ('cases.stale', 'zh-Hant', 'inApp', '外部步驟久無消息', '{number}「{step}」已 {days} 天沒有外部系統的消息，請核實進度。'),
  ('cases.stale', 'en', 'inApp', 'No news from outside', '{number} “{step}”: no news from the other system for {days} days. Please ask.'),
  ('cases.urged', 'zh-Hant', 'inApp', '催辦', '{number}「{item}」被催辦，請盡快辦理並回覆。'),
  ('cases.urged', 'en', 'inApp', 'Urged', 'The applicant of {number} “{item}” asks for progress.'),
  ('cases.supervised', 'zh-Hant', 'inApp', '督辦', '{number}「{item}」已列入督辦，請於 {due} 前辦理並回覆督辦人。'),
  ('cases.supervised', 'en', 'inApp', 'Supervised', '{number} “{item}” is supervised; please act by {due} and answer the supervisor.'),
  ('cases.remedyOpened', 'zh-Hant', 'inApp', '差評整改', '{number}「{item}」收到不滿意評價，請於 {due} 前聯繫申請人並整改。'),
  ('cases.remedyOpened', 'en', 'inApp', 'A bad rating', '{number} “{item}” was rated badly; please talk to the applicant and put it right by {due}.'),
  ('reminders.birthday', 'zh-Hant', 'inApp', '業務週期提醒', '將滿 {age} 周歲，可辦理或換檔「{item}」。不用帶以前交過的材料。'),
  ('reminders.birthday', 'en', 'inApp', 'A birthday that counts', 'At {age} you can apply for, or move up a tier of, “{item}”. Papers handed in before need not be brought again.'),
  ('reminders.yearlyReview', 'zh-Hant', 'inApp', '年度覆核提醒', '「{item}」應於 {due} 前覆核，請留意工作人員的聯繫。'),
  ('reminders.yearlyReview', 'en', 'inApp', 'Yearly review', '“{item}” is reviewed by {due}; somebody will contact you.'),
  ('reminders.relatedItem', 'zh-Hant', 'inApp', '關聯業務提醒', '辦理「{item}」的居民通常還可以辦理「{related}」，理由：{reason}。'),
  ('reminders.relatedItem', 'en', 'inApp', 'You may also want', 'Who applies for “{item}” can often also apply for “{related}”: {reason}');

-- What goes by message in zh-CN goes by message in the reader's language too.
insert into notifications.template (key, language, channel, title, body)
select said.key, said.language, 'message', said.title,
  case said.language when 'en' then '[{office}] ' else '【{office}】' end || said.body
from notifications.template said
where said.channel = 'inApp' and said.language in ('zh-Hant', 'en')
  and said.version = (select max(version) from notifications.template x where (x.key, x.language, x.channel) = (said.key, said.language, said.channel))
  and exists (select from notifications.template m where m.key = said.key and m.language = 'zh-CN' and m.channel = 'message')
on conflict do nothing;
