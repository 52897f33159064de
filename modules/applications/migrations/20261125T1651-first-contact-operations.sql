insert into cases.first_contact_operation (operation)
values ('applications.requestCorrection'), ('applications.receiveCorrection'), ('applications.withdraw');
