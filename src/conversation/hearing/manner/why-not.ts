/** 助学金为啥没给: what the office entered of it says why, before any rule does. */
export function asksUnpaid(text: string): boolean {
  return UNPAID.test(text)
}

/** 为啥不能享受: what is refused is meant, not what is got. */
export function asksWhyNot(text: string): boolean {
  return WHY_NOT.test(text)
}

const UNPAID =
  /(?:没有?|未)(?:给|发|批|到账|打|收到|领到|下来)|(?:不|没)(?:给)?(?:批|发)|དངུལ[^།]{0,30}(?:མ་འབྱོར|མ་སྤྲད|འབྱོར་མེད|མ་ཐོབ)/u
const WHY_NOT = /不(?:能|给|让|行|可以|符合|算)|没(?:有|给)|得不到|享受不|(?:མི|མ)་(?:ཐོབ|སྟེར|ཆོག|སྤྲོད|སྤྲད|རག)|མེད/u
