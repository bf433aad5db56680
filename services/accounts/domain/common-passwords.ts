/** Those of eight characters and more that head every published list of leaked passwords, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 12345678910 0123456789 0987654321 987654321 87654321 9876543210 123123123
  123456123 1234512345 12341234 123321123 123454321 147258369 147852369 159357258 789456123 987456321
  112233445566 11223344 1122334455 121212121 12121212 123qweasd 123qwe123 123abc123 123456abc 123456789a
  a123456789 a12345678 aa123456 aa12345678 abc12345 abc123456 abcd1234 abcd12345 abcdefgh abcdefg1 abcdefghi
  1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 2wsx3edc q1w2e3r4 q1w2e3r4t5 qazwsxedc
  qwer1234 qwerasdf qwerasdfzxcv qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 qwertyui qwertyuiop
  qwertyuiop123 asdfghjk asdfghjkl asdfasdf asdf1234 asdfqwer zxcvbnm1 zxcvbnm123 zaq12wsx zaq1xsw2 !qaz2wsx
  password password1 password12 password123 password1234 password12345 password! password1! password123!
  password01 password2 password99 passw0rd passw0rd1 passw0rd! p@ssw0rd p@ssword p@ssw0rd1 p@ssword1
  p@ssw0rd123 pa55word pa$$w0rd passwort passwort1 passwort123 motdepasse contraseña contrasena contrasena1
  iloveyou iloveyou1 iloveyou2 iloveyou! iloveyou123 letmein1 letmein123 letmeinnow welcome1 welcome123
  welcome1! welcome2024 welcome2025 welcome2026 changeme changeme1 changeme123 changeit changeme! default1
  admin123 admin1234 admin12345 admin123456 adminadmin administrator administrator1 root1234 rootroot
  user1234 username superman superman1 spiderman batman123 pokemon1 pokemon123 starwars starwars1 football
  football1 baseball baseball1 basketball softball1 volleyball hockey123 liverpool liverpool1 chelsea1
  arsenal1 barcelona realmadrid juventus princess princess1 sunshine sunshine1 shadow123 monkey123 dragon123
  master123 michael1 michelle jennifer jessica1 charlie1 jordan23 ashley123 nicole123 daniel123 thomas123
  computer computer1 internet samsung1 samsung123 whatever whatever1 trustno1 trustnoone blink182 mustang1
  corvette mercedes ferrari1 butterfly butterfly1 chocolate chocolate1 cocacola babygirl babygirl1 lovelove
  loveyou1 forever1 freedom1 garfield maverick midnight midnight1 rainbow1 snowball summer123 summer2024
  summer2025 summer2026 winter123 winter2024 winter2025 winter2026 spring2025 autumn2025 september november
  december january1 test1234 test12345 testtest testing1 testing123 tester123 temp1234 guest123 demo1234
  secret123 secret1234 google123 facebook facebook1 linkedin linkedin1 instagram youtube1 yourname
  qwertz123 qwertzuiop azertyuiop azerty123 hallo123 hello123 helloworld hunter22 killer123 matrix123 merlin123
  naruto123 pass1234 pass12345 passpass nothing1 nopassword playboy1 president pussycat q12345678 security1
  sweetheart tinkerbell victoria william1 gfhjkm123 zxcvbnm12 zxcvbnm, asdf;lkj 1a2b3c4d 1a2b3c4d5e a1b2c3d4
  a1b2c3d4e5 00000000 11111111 88888888 01234567 19871987 10203040 102030405060 31415926 314159265`.split(
    /\s+/,
  ),
)
