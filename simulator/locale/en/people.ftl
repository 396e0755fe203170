# Signing in and people
people-email = E-mail address
people-password = Password
people-sign-in = Sign in
people-refused = That did not work. Your e-mail address or password is not right, or a wrong password was given too often. After five wrong ones you wait a minute, then longer each time, an hour at most.
people-forgotten = Forgotten your password? Ask your administrator for a recovery link. No account yet? Your administrator can invite you.
people-provider-button = Sign in with your organisation
people-provider-text = You go to the sign-in page of your organisation and then come back here.
people-provider-over = You have signed out, or your sign-in is over. Sign in again.
people-provider-no-role = You are signed in with your organisation, but you have no role here yet. Ask your administrator for one.
people-provider-closed = Your account here is closed. Ask your administrator why.

# Invitation and recovery
people-welcome-new = Make your account. You will sign in with { $email }.
people-welcome-recovery = Choose a new password for { $email }. You will be signed out on other devices.
people-welcome-button = Save and begin
people-welcome-over = This link does not work any more. It was used, is too old or was withdrawn. Ask your administrator for a new one.
people-welcome-signed-in = You are signed in as { $name } already. Sign out first to use this link.
people-welcome-not-here = This page is only needed where people sign in with a password.
people-name = Name
people-password-new = New password
people-password-again = The same password once more
people-password-rule = At least { $least } characters. A sentence of a few words is strong and easy to remember.
people-password-differs = The two passwords are not the same.
people-password-short = This password is too short. Take at least { $least } characters.
people-password-long = This password is too long. Take 200 characters at most.
people-password-common = This password is easy to guess. Choose another one.
people-password-yours = Your password cannot be your name or your e-mail address.

# Changing a password
people-change-password = Change password
people-change-password-button = Change password
people-password-old = Password until now
people-password-old-wrong = Your password until now is not right, or you gave a wrong one too often. Wait a moment then.
people-password-changed = Your password is changed. You are signed out on other devices.

# People
people-how-workshop = This is a shared practice computer: everybody chooses a name and a role. A role that you give or take here counts until that person signs in again.
people-how-oidc = Roles come from your organisation's sign-in. A role that you give or take here counts until that person signs in again. An account that you close here stays closed.
people-part = What do you want to do?
people-part-everybody = Everybody
people-part-inviting = Invite
people-part-teams = Teams
people-search = Search by name or e-mail address
people-count = { $shown } of { $count }
people-choose = Whom do you want to change?
people-choose-hint = Choose somebody
people-roles = Roles
people-role = Role
people-role-in = { $role } in { $team }
people-no-role = no role
people-state = Account
people-state-open = open
people-state-locked = locked for a moment
people-state-closed = closed
people-team = Team
people-give = Give this role
people-take = Take away: { $what }
people-close = Close this account
people-open = Open this account again
people-recover = Make a recovery link
people-done-given = The role is given.
people-done-taken = The role is taken away. It counts from this person's next click.
people-done-close = The account is closed. This person is out at the next click.
people-done-open = The account is open again.
people-done-withdrawn = The invitation is withdrawn.
people-done-team = The team is saved.
people-fault-email = That is no e-mail address.
people-fault-known = Somebody in your organisation has this e-mail address already. Give that person a role under People.
people-fault-last-admin = This is the last administrator. Make somebody else administrator first.
people-fault-no-recovery = No recovery link can be made for this account.
people-fault-team-name = Give the team a name.
people-fault-team-taken = There is a team with this name already.

# Inviting
people-invite-text = You get a link that works for seven days and one time. No e-mail is sent: give the link to this person yourself.
people-invite-button = Make an invitation
people-invited = Not used yet
people-invited-none = There are no open invitations.
people-invited-one = { $email }: { $role } in { $team }, until { $until }
people-withdraw = Withdraw: { $email }
people-link-invitation = Give this link to { $email }. It works for seven days and one time, and is not shown again after this.
people-link-recovery = Give this link to { $email }. It works for 24 hours and one time, and is not shown again after this.
people-link-hide = Copied, take the link away

# Teams
people-team-size = People
people-team-new = New team
people-team-name = Name of the team
people-team-make = Make this team
people-team-rename = Give a team another name
people-team-other-name = New name
people-team-rename-button = Change the name

# First administrator, on the command line
people-first-employer = Our organisation
people-first-team = Administration
