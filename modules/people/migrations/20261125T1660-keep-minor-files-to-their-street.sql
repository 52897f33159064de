-- A request for a minor's file is for the second person who was asked, not for every street's supervisor.
alter policy minor_file_read on people.minor_file using (
  asked_by = (select access.account_id())
  or ((select access.permitted('people.approveMinorFile')) and approvals.visible(approval_id)));
alter policy minor_file_grant on people.minor_file using (
  (select access.permitted('people.approveMinorFile')) and asked_by <> (select access.account_id()) and approvals.visible(approval_id));
